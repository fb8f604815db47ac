import { askEarly } from './bridge/request.ts';

/* Runs before everything else of the window: the answers are under way while React is being loaded. */
askEarly(['library.trouble', 'settings.get', 'library.status', 'reports.list']);
