import { Link } from '@tanstack/react-router';

export function NotFoundPage() {
  return (
    <main id="main" className="message">
      <h1>No such page</h1>
      <p>
        <Link to="/">Start with July 1914</Link>, or see the{' '}
        <Link to="/treaties" search={{}}>
          treaties
        </Link>
        .
      </p>
    </main>
  );
}
