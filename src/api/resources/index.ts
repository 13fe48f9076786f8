import type { Resource } from '../resource.ts';
import { draftResources } from './drafts.ts';
import { studyResources } from './studies.ts';

/** Everything under `/api`, in the order of the document. */
export const resources: readonly Resource[] = [...draftResources, ...studyResources];
