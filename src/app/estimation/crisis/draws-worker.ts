import { answerTask } from '../../../jobs/in-threads.ts';
import { drawShare } from './draws.ts';

await answerTask(drawShare);
