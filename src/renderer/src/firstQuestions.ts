import { askEarly } from './bridge/request.ts';

/** A library that takes longer than this to answer does not hold back the first paint. */
const PATIENCE_MS = 300;

const answered = askEarly(['library.trouble', 'settings.get', 'library.status', 'reports.list']);
const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));

/** Resolves once the first screen has what it shows, so that it is drawn once and not twice. */
export const firstAnswers: Promise<void> = Promise.race([answered, patience]);
