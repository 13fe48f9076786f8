import { answerTask } from '../jobs/in-threads.ts';
import { drawTask } from './assess.ts';

await answerTask(drawTask);
