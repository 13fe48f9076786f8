import type { Chip } from './chips.ts';

interface Props {
  readonly chips: readonly Chip[];
  readonly onShow: (state: string) => void;
}

/** States that have part but lie off the view; a press shows the world. */
export function EdgeChips({ chips, onShow }: Props) {
  return chips.map((chip) => (
    <button key={chip.key} type="button" className={`edge ${chip.side}`} style={{ top: chip.top }} onClick={() => onShow(chip.state)}>
      {chip.text}
    </button>
  ));
}
