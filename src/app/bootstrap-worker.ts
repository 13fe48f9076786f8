import { answerTask } from '../jobs/in-threads.ts';
import { refitShare } from './bootstrap-threads.ts';

await answerTask(refitShare);
