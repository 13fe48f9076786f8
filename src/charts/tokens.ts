/** Colors of src/web/styles/tokens.css that charts use, light and dark: a file of its own has no style sheet to ask. */
export const TOKENS = {
  paper: ['#faf9f6', '#12171c'],
  ink: ['#1a222b', '#e8ebee'],
  'ink-2': ['#444e58', '#b6bec6'],
  'ink-3': ['#5d6771', '#939da7'],
  line: ['#dedbd3', '#2c353e'],
  'line-strong': ['#858c93', '#6f7a85'],
  'side-owes': ['#245c9c', '#688de6'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Token = keyof typeof TOKENS;

/** The family of the pages, and what stands in for it where it is not installed. */
export const FONT = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
