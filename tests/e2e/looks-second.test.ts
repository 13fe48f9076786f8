import { describeLooks, HALVES } from './looks.ts';

describeLooks(HALVES[1] ?? [], (width, scheme) => width > 1000 && scheme === 'light');
