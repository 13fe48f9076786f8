interface Props {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What stands in the panel where there is no verdict, and what to do about it. */
export function Message({ title, text, action }: Props) {
  return (
    <div role="status">
      <h2>{title}</h2>
      <p className="lede">{text}</p>
      {action ? (
        <p className="foot">
          <button type="button" className="btn" onClick={action.run}>
            {action.label}
          </button>
        </p>
      ) : null}
    </div>
  );
}
