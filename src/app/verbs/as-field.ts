/** A line about a flag as one about the part of a question of its name; commands to run stay as they are. */
export const asField = (line: string): string => (line.includes("'foedus ") ? line : line.replaceAll(/(?<=^|\s)--(?=[a-z])/g, ''));
