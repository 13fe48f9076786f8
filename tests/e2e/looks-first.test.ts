import { describeLooks, HALVES } from './looks.ts';

describeLooks(HALVES[0] ?? [], (width, scheme) => width > 1000 && scheme === 'light');
