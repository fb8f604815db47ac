/*
 * The window's entry, small on purpose: it asks for what the first screen shows while the rest of
 * the code, which the page's head has already called for, is still on its way.
 */
import './firstQuestions.ts';

void import('./main.tsx');
