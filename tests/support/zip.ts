import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/data/archive/crc32.ts';

/** An entry of a zip archive to be built; what is not lied about is right. */
export interface ZipPart {
  /** Written as it is, whatever it is. */
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Deflated unless given. */
  readonly method?: 'stored' | 'deflated';
  /** The size that the archive declares. */
  readonly declared?: number;
  /** The checksum that the archive declares. */
  readonly crc?: number;
  /** Unix mode: 0o120777 is a symbolic link. */
  readonly mode?: number;
  /** General purpose flags, beside the one for UTF-8 names: 1 is "encrypted". */
  readonly flags?: number;
  /** The number of the method that the archive declares. */
  readonly methodNumber?: number;
}

const UTF8 = 0x800;
const MADE_ON_UNIX = 3 << 8;

const fields = (...pairs: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    pairs.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** A zip archive as the specification (APPNOTE 6.3) lays it out: entries, the list of them, its end. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const plain = Buffer.from(part.content ?? '');
    const stored = part.method === 'stored';
    const packed = stored ? plain : deflateRawSync(plain);
    const name = Buffer.from(part.name);
    const common = fields(
      [2, 20],
      [2, UTF8 | (part.flags ?? 0)],
      [2, part.methodNumber ?? (stored ? 0 : 8)],
      [4, 0],
      [4, part.crc ?? crc32(plain)],
      [4, packed.length],
      [4, part.declared ?? plain.length],
      [2, name.length],
      [2, 0],
    );
    const body = Buffer.concat([fields([4, 0x04034b50]), common, name, packed]);
    bodies.push(body);
    const mode = part.mode ?? 0o100644;
    list.push(Buffer.concat([fields([4, 0x02014b50], [2, MADE_ON_UNIX | 20]), common, fields([2, 0], [2, 0], [2, 0], [4, mode * 0x10000], [4, offset]), name]));
    offset += body.length;
  }
  const directory = Buffer.concat(list);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, directory.length], [4, offset], [2, 0]);
  return Buffer.concat([...bodies, directory, end]);
}
