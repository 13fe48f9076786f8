import { describeLooks } from './looks.ts';

describeLooks(false);
