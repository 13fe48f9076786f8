import { Outlet, useRouterState } from '@tanstack/react-router';
import { EngineProvider } from '../data/EngineProvider.tsx';
import { LessonBar } from '../lessons/LessonBar.tsx';
import { ConnectionBanner } from './Connection.tsx';
import { Header } from './Header.tsx';

/** What every page stands in: skip link, header, and the engine below it. */
export function Shell() {
  const onFight = useRouterState({ select: (state) => state.location.pathname.startsWith('/fight') });
  return (
    <>
      <a className="skip" href={onFight ? '#panel' : '#main'}>
        {onFight ? 'Skip to the verdicts' : 'Skip to the content'}
      </a>
      <EngineProvider>
        <Header />
        <ConnectionBanner />
        <Outlet />
        <LessonBar />
      </EngineProvider>
    </>
  );
}
