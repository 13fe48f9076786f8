import process from 'node:process';
import { UserError } from '../../app/user-error.ts';
import { jsonAnswer, type Place } from './answer.ts';
import { workSchema, type Answer, type Told } from './messages.ts';

/** The process that works for the server: it answers one question after the other, and ends with the server. */

async function answerOf(message: unknown): Promise<Answer> {
  const { asked, ...place } = workSchema.parse(message);
  return work(asked, place);
}

async function work(asked: ReturnType<typeof workSchema.parse>['asked'], place: Place): Promise<Answer> {
  switch (asked.about) {
    case 'status': {
      const { storeStatus } = await import('../../app/data-status.ts');
      return jsonAnswer(place, await storeStatus(place.workspace, false));
    }
    case 'panel': {
      const { panelAnswer } = await import('./panel.ts');
      return panelAnswer(asked.question, place);
    }
    case 'measure': {
      const { measureAnswer } = await import('./measure.ts');
      return measureAnswer(asked.name, asked.question, place);
    }
    case 'similarity': {
      const { similarityAnswer } = await import('./similarity.ts');
      return similarityAnswer(asked.question, place);
    }
    case 'network': {
      const { networkAnswer } = await import('./network.ts');
      return networkAnswer(asked.question, place);
    }
  }
}

async function told(message: unknown): Promise<Told> {
  try {
    return { answer: await answerOf(message) };
  } catch (error) {
    if (error instanceof UserError) return { refused: { message: error.message, detail: [...error.detail] } };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (message) => void told(message).then((one) => process.send?.(one)));
process.on('disconnect', () => process.exit());
