/** Colors of src/web/styles/tokens.css that charts use, light and dark: a file of its own has no style sheet to ask. */
export const TOKENS = {
  paper: ['#faf9f6', '#12171c'],
  ink: ['#1a222b', '#e8ebee'],
  'ink-2': ['#444e58', '#b6bec6'],
  'ink-3': ['#5d6771', '#939da7'],
  line: ['#dedbd3', '#2c353e'],
  'line-strong': ['#858c93', '#6f7a85'],
  'side-owes': ['#245c9c', '#688de6'],
  surface: ['#ffffff', '#191f26'],
  sunken: ['#f1efe9', '#0d1115'],
  'bal-cost-3': ['#7f4a12', '#efb877'],
  'bal-cost-2': ['#b98145', '#bf8546'],
  'bal-cost-1': ['#e3c79f', '#7a5730'],
  'bal-gain-1': ['#b3d0d8', '#2c5b69'],
  'bal-gain-2': ['#5a98aa', '#4f98ab'],
  'bal-gain-3': ['#165a70', '#9fd6e2'],
  'interval-90': ['#b9c0c6', '#4a545e'],
  'interval-50': ['#6d7781', '#929ca6'],
  estimate: ['#1a222b', '#e8ebee'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Token = keyof typeof TOKENS;

/** The family of the pages, and what stands in for it where it is not installed. */
export const FONT = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
