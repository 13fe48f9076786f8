import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseQuery, formatQuery, START } from './fight/search.ts';
import { FightPage } from './pages/FightPage.tsx';
import { FaultPage } from './pages/FaultPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { BURDEN_START, COMPARE_START, DECADES_START, DESIGN_START, HISTORY_START } from './shell/starts.ts';
import { Shell } from './shell/Shell.tsx';

/** Search parameters stay plain strings; each page reads its own. */
const plain = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/fight', search: { ...START }, replace: true });
  },
});

const fight = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fight',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/fight', search: { ...START }, replace: true });
  },
  component: FightPage,
});

const treaties = createRoute({
  getParentRoute: () => rootRoute,
  path: '/treaties',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/TreatiesPage.tsx'), 'TreatiesPage'),
});
const treaty = createRoute({
  getParentRoute: () => rootRoute,
  path: '/treaty/$id',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/TreatyPage.tsx'), 'TreatyPage'),
});
const assess = createRoute({
  getParentRoute: () => rootRoute,
  path: '/assess',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/AssessmentPage.tsx'), 'AssessmentPage'),
});
const burden = createRoute({
  getParentRoute: () => rootRoute,
  path: '/burden',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/burden', search: { ...BURDEN_START }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/BurdenPage.tsx'), 'BurdenPage'),
});
const design = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/design', search: { ...DESIGN_START }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/DesignPage.tsx'), 'DesignPage'),
});
const decades = createRoute({
  getParentRoute: () => rootRoute,
  path: '/decades',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/decades', search: { ...DECADES_START }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/DecadesPage.tsx'), 'DecadesPage'),
});
const compare = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/compare', search: { ...COMPARE_START }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/ComparePage.tsx'), 'ComparePage'),
});
const editing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/edit',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/DraftsPage.tsx'), 'DraftsPage'),
});
const edit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/edit/$id',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/EditorPage.tsx'), 'EditorPage'),
});
const history = createRoute({
  getParentRoute: () => rootRoute,
  path: '/history',
  validateSearch: plain,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: '/history', search: { ...HISTORY_START }, replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/HistoryPage.tsx'), 'HistoryPage'),
});
const data = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data',
  validateSearch: plain,
  component: lazyRouteComponent(() => import('./pages/DataPage.tsx'), 'DataPage'),
});

/** The pages and their addresses. */
export function createPages() {
  return createRouter({
    routeTree: rootRoute.addChildren([home, fight, treaties, treaty, editing, edit, assess, burden, compare, design, decades, history, data]),
    parseSearch: (text) => parseQuery(text),
    stringifySearch: (search) => formatQuery(search),
    defaultPreload: false,
    defaultErrorComponent: FaultPage,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
