import { useEffect, useState } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useCopied } from '../panels/useCopied.ts';
import { Coverage, coverageWords, FROM, TO } from '../record/Coverage.tsx';
import { fetchRecord, type DataSource, type Holdings, type StoredSource } from '../record/sources.ts';
import { csv } from '../../core/formats/csv.ts';
import { download } from '../shell/download.ts';
import '../styles/record.css';

type Asked = { readonly state: 'waiting' } | { readonly state: 'failed'; readonly why: string } | { readonly state: 'there'; readonly holdings: Holdings };

/** What is loaded: versions, hashes, coverage, gaps, terms, citations. */
export function DataPage() {
  const { engine } = useLoaded();
  const [asked, setAsked] = useState<Asked>({ state: 'waiting' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    document.title = 'Data. Foedus';
    let alive = true;
    fetchRecord().then(
      (holdings) => alive && setAsked({ state: 'there', holdings }),
      (error: unknown) => alive && setAsked({ state: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      alive = false;
    };
  }, [turn]);
  const { catalog } = engine;
  return (
    <main id="main" className="catalogue record">
      <h1>What do the answers rest on?</h1>
      <p className="lede">
        The catalog comes with foedus and was written for it: every fact has its source. The record of scholars is theirs, and stays on your machine: it is
        fetched from the official addresses, or taken from files at hand, when you ask for it.
      </p>
      <section aria-labelledby="in-catalog">
        <h2 id="in-catalog">In the catalog</h2>
        <dl className="counts">
          <Count value={catalog.treaties.length} what="treaties, clause by clause" />
          <Count value={catalog.events.length} what="crises: what was owed, what was done" />
          <Count value={catalog.states.length} what="states since 1815" />
          <Count value={catalog.territories.length} what="territories by date" />
        </dl>
        <p className="src">
          Catalog {catalog.version.slice(0, 7)}, format {catalog.format}. Apache License 2.0.
        </p>
      </section>
      <section aria-labelledby="in-store">
        <h2 id="in-store">In the store</h2>
        {asked.state === 'waiting' ? <p role="status">Asking the server…</p> : null}
        {asked.state === 'failed' ? (
          <div className="callout" role="alert">
            <p>The server did not say what its store holds: {asked.why}.</p>
            <button type="button" className="btn" onClick={() => (setAsked({ state: 'waiting' }), setTurn(turn + 1))}>
              Ask again
            </button>
          </div>
        ) : null}
        {asked.state === 'there' ? <Store {...asked.holdings} /> : null}
      </section>
    </main>
  );
}

function Count({ value, what }: { readonly value: number; readonly what: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{value.toLocaleString('en-US')}</dd>
    </div>
  );
}

function Store({ workspace, rows }: Holdings) {
  const held = rows.filter(({ stored }) => stored !== undefined);
  const total = held.reduce((sum, { stored }) => sum + (stored?.tables.reduce((all, table) => all + table.rows, 0) ?? 0), 0);
  const made = held.some(({ stored }) => stored?.synthetic === true);
  return (
    <>
      <p className="lede">
        {held.length === 0
          ? `Nothing yet. ${rows.length} sources can be had; the pages work without them.`
          : `${held.length} of ${rows.length} sources, ${total.toLocaleString('en-US')} rows.`}
      </p>
      {made ? <p className="callout">Some of these tables were made up by foedus for lessons and tests. They are not the published data.</p> : null}
      {held.length === 0 ? (
        <div className="callout howto">
          <p>To fetch them from their official addresses, or to read files you have:</p>
          <Command line="foedus data pull atop nmc gml" />
          <Command line="foedus data import --from DIR" />
        </div>
      ) : null}
      <div className="tools">
        <span className="key" aria-hidden="true">
          <i className="held" /> at hand <i className="covered" /> covered by the source <i className="gap" /> no rows
        </span>
        <button type="button" className="lnk" onClick={() => download(ledgerCsv(rows), 'text/csv;charset=utf-8', 'foedus-data.csv')}>
          Ledger as CSV
        </button>
      </div>
      <ul className="sources">
        {rows.map((row) => (
          <SourceRow key={row.source.source} {...row} />
        ))}
      </ul>
      <p className="axis" aria-hidden="true">
        <span>
          {[FROM, 1850, 1900, 1950, 2000, TO].map((year) => (
            <i key={year} style={{ left: `${((year - FROM) / (TO - FROM)) * 100}%` }}>
              {year}
            </i>
          ))}
        </span>
      </p>
      <p className="src">
        Workspace {workspace}. Hashes are SHA-256 of the tables as stored; <code>foedus data status --verify</code> computes them again. The formal alliances of
        the Correlates of War are not offered; ATOP is.
      </p>
    </>
  );
}

/** One source: what it is, its years, and unfolded its tables, terms and citation. */
function SourceRow({ source, stored }: { readonly source: DataSource; readonly stored: StoredSource | undefined }) {
  const [open, setOpen] = useState(false);
  const rows = stored?.tables.reduce((sum, table) => sum + table.rows, 0);
  const broken = stored?.tables.filter(({ state }) => state === 'missing' || state === 'damaged') ?? [];
  return (
    <li className={stored ? 'here' : 'absent'}>
      <button type="button" className="hd" aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{source.title}</b>
        <span className="meta">
          {source.source} {stored?.version ?? source.version}
          {stored?.synthetic ? ', made up' : ''}
        </span>
      </button>
      <Coverage source={source} stored={stored} />
      <span className="years">{coverageWords(source, stored)}</span>
      <span className="rows">{rows === undefined ? <i>not imported</i> : `${rows.toLocaleString('en-US')} rows`}</span>
      {broken.length > 0 ? <p className="fault">{broken.map(({ table, state }) => `${table}: the file is ${state}`).join('; ')}. Import it again.</p> : null}
      {open ? (
        <div className="unfold">
          {stored ? (
            <div className="wide" role="region" aria-label={`Tables of ${source.title}`} tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Table</th>
                    <th scope="col">Unit</th>
                    <th scope="col" className="num">
                      Rows
                    </th>
                    <th scope="col">Years</th>
                    <th scope="col">Version</th>
                    <th scope="col">SHA-256</th>
                  </tr>
                </thead>
                <tbody>
                  {stored.tables.map((table) => (
                    <tr key={table.table}>
                      <th scope="row">{source.tables.find((one) => one.table === table.table)?.title ?? table.table}</th>
                      <td>{source.tables.find((one) => one.table === table.table)?.unit ?? ''}</td>
                      <td className="num">{table.rows.toLocaleString('en-US')}</td>
                      <td>{table.years === null ? '' : `${table.years[0]} to ${table.years[1]}`}</td>
                      <td>{table.version}</td>
                      <td>
                        <code title={table.sha256}>{table.sha256.slice(0, 12)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <Command line={source.pull ? `foedus data pull ${source.source}` : `foedus data import --from DIR`} />
          )}
          <p>
            <b>Terms.</b> {source.terms}{' '}
            {typeof source.homepage === 'string' && /^https?:\/\//.test(source.homepage) ? (
              <a href={source.homepage} rel="noreferrer noopener" target="_blank">
                {new URL(source.homepage).host}
              </a>
            ) : null}
          </p>
          {source.caveats.length > 0 ? (
            <>
              <p>
                <b>{source.caveats.length === 1 ? 'Caveat' : 'Caveats'}.</b>
              </p>
              <ul className="plain">
                {source.caveats.map((caveat) => (
                  <li key={caveat}>{caveat}</li>
                ))}
              </ul>
            </>
          ) : null}
          <Command line={`foedus data cite ${source.source}`} />
        </div>
      ) : null}
    </li>
  );
}

function Command({ line }: { readonly line: string }) {
  const [copied, copy] = useCopied();
  return (
    <p className="command">
      <code>{line}</code>
      <button type="button" className="lnk" aria-label={`Copy ${line}`} onClick={() => copy(line)}>
        {copied ? 'Copied' : 'Copy'}
      </button>
    </p>
  );
}

function ledgerCsv(rows: Holdings['rows']): string {
  const head = ['source', 'title', 'version', 'table', 'rows', 'first year', 'last year', 'imported', 'sha256'];
  return csv([
    head,
    ...rows.flatMap(({ source, stored }) =>
      (stored?.tables ?? []).map((table) => [
        source.source,
        source.title,
        table.version,
        table.table,
        String(table.rows),
        String(table.years?.[0] ?? ''),
        String(table.years?.[1] ?? ''),
        stored?.imported ?? '',
        table.sha256,
      ]),
    ),
  ]);
}
