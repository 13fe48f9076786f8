/** Files and folders that pages link to beside pages; the site holds them as they are. */
export const FILES: readonly string[] = ['schemas', 'language/every-key.yaml', 'explore/examples'];
