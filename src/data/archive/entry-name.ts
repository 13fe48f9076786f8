/** Names that Windows gives to devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * What is wrong with the name of an entry, as a clause; undefined where it stays within its archive on every system.
 * Only the base name is ever used on disk: a name that points elsewhere says that the archive was made to do harm.
 */
export function faultOfName(name: string): string | undefined {
  if (name === '') return 'has no name';
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has a control character in its name';
  if (name.includes('\\')) return 'has a backslash in its name';
  if (name.startsWith('/')) return 'has an absolute path';
  if (name.includes(':')) return 'has a drive letter or a colon in its name';
  const parts = name.split('/');
  if (parts.includes('..')) return "points out of the archive by '..'";
  const base = parts.at(-1) ?? '';
  if (base === '.') return 'has no name';
  if (DEVICE.test(base)) return 'is named as a device of Windows';
  return Buffer.byteLength(base) > 200 ? 'has a name of more than 200 bytes' : undefined;
}

/** Folders, and what systems leave behind in archives. */
export function isLitter(name: string): boolean {
  const parts = name.split('/');
  const base = parts.at(-1) ?? '';
  return base === '' || parts.includes('__MACOSX') || base.startsWith('._') || base === '.DS_Store' || base === 'Thumbs.db';
}

/** A name from an archive for a line of text: controls made visible, long ones cut. */
export function shownName(name: string): string {
  const visible = name.replace(/[\u0000-\u001f\u007f]/g, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return visible.length > 120 ? `${visible.slice(0, 117)}...` : visible;
}
