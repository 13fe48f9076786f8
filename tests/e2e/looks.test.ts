import { describeLooks } from './looks.ts';

describeLooks(true);
