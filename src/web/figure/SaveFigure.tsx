import { useRef, useState } from 'react';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';
import { mapPng, mapSvg } from './map-file.ts';
import type { Caption } from './map-file.ts';

interface Props {
  /** Name of the files, without their ending. */
  readonly name: string;
  readonly caption: () => Omit<Caption, 'url'>;
  readonly csv: () => string;
}

/** Buttons below a figure: the drawing as SVG or PNG, its data as CSV, its address. */
export function SaveFigure({ name, caption, csv }: Props) {
  const [copied, copy] = useCopied();
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const save = async (as: 'svg' | 'png'): Promise<void> => {
    const stage = box.current?.closest('.stage');
    if (!stage) return;
    try {
      setFailed(false);
      const svg = await mapSvg(stage, { ...caption(), url: location.href });
      if (as === 'svg') download(svg, 'image/svg+xml;charset=utf-8', `${name}.svg`);
      else download(await mapPng(svg), 'image/png', `${name}.png`);
    } catch {
      setFailed(true);
    }
  };
  return (
    <span className="saves" ref={box}>
      {failed ? <span role="alert">The browser could not draw the file.</span> : null}
      <button type="button" className="lnk" aria-label="Save the map as SVG" onClick={() => void save('svg')}>
        SVG
      </button>
      <button type="button" className="lnk" aria-label="Save the map as PNG" onClick={() => void save('png')}>
        PNG
      </button>
      <button type="button" className="lnk" aria-label="Save the verdicts as CSV" onClick={() => download(csv(), 'text/csv;charset=utf-8', `${name}.csv`)}>
        CSV
      </button>
      <button type="button" className="lnk" aria-label="Copy the link to this page" onClick={() => copy(location.href)}>
        {copied ? 'Copied' : 'Link'}
      </button>
    </span>
  );
}
