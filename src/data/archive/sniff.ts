import { open } from 'node:fs/promises';
import { DataError } from '../data-error.ts';

/** What a file is by its first bytes. */
export type Kind = 'zip' | 'gzip' | 'html' | 'json' | 'empty' | 'other';

/** As many first bytes as `kindOf` looks at. */
export const SNIFFED_BYTES = 512;

/** @param head the first bytes of a file, or all of it where it is shorter */
export function kindOf(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty';
  // "PK" and a local entry, or the end of an empty archive.
  if (head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const text = new TextDecoder().decode(head).trimStart();
  if (/^<(!doctype\s+html|html|head|body|script|\?xml[^>]*\?>\s*<(!doctype\s+)?html|!--)/i.test(text)) return 'html';
  return /^[{[]/.test(text) ? 'json' : 'other';
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(SNIFFED_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** How a file of this name is opened: .zip and .gz are unpacked; workbooks, .tar.gz and the rest are taken as they are. */
export function wrappingOf(name: string): 'zip' | 'gzip' | undefined {
  if (/\.zip$/i.test(name)) return 'zip';
  return /\.gz$/i.test(name) && !/\.tar\.gz$/i.test(name) ? 'gzip' : undefined;
}

const PACKED = { zip: 'zip archive', gzip: 'gzip file' };

/**
 * Whether the first bytes of a file fit its name.
 * @param where the file, for messages
 * @throws {DataError} for an empty file, a web page or JSON in an archive's place, and an archive that is none
 */
export function checkHead(head: Uint8Array, name: string, where: string): void {
  const kind = kindOf(head);
  const wrapping = wrappingOf(name);
  if (kind === 'empty') throw new DataError(`${where}: is empty.`, ['Download it again.']);
  if (kind === 'html' && !/\.x?html?$/i.test(name)) {
    throw new DataError(`${where}: the server sent a web page, not ${wrapping === undefined ? 'the file' : 'the archive'}.`, [
      'A page to log in, to accept terms or to say that the file has moved is often saved under its name.',
      'Open the address in a browser, download the file there, and import it: foedus data import --from DIR',
    ]);
  }
  if (wrapping === undefined || kind === wrapping) return;
  if (kind === 'json') {
    throw new DataError(`${where}: the server sent JSON, not the archive; such an answer is most often an error message.`, [
      'Open the file in an editor to read it, then download the archive again.',
    ]);
  }
  throw new DataError(`${where}: is no ${PACKED[wrapping]}, whatever its name says.`, [
    kind === 'other' ? 'Download it again, or give it the name that fits what it is.' : `It is a ${PACKED[kind === 'zip' ? 'zip' : 'gzip']}: name it so.`,
  ]);
}

/** The same for a file on disk. @throws {DataError} */
export async function checkFile(file: string, name: string, where: string): Promise<void> {
  checkHead(await headOf(file), name, where);
}
