import { registerWorker } from './register-worker.ts';
import { SavedElement } from './saved-element.ts';

// The list of what is saved. Whoever opens it wants it without a connection too, so the worker comes along.
customElements.define('openfloor-saved', SavedElement);
void registerWorker().catch(() => false);
