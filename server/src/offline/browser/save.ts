import { registerWorker, savesData } from './register-worker.ts';
import { SaveElement } from './save-element.ts';

// The page of a meeting: the box for saving, and the worker for when the line breaks. Who saves data gets it on saving only.
customElements.define('openfloor-save', SaveElement);
if (!savesData()) void registerWorker().catch(() => false);
