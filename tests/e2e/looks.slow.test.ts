import { describeLooks, HALVES } from './looks.ts';

describeLooks(HALVES.flat(), (width, scheme) => width < 1000 || scheme === 'dark');
