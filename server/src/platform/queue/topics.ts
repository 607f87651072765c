/** News of the queue to its workers. */
export const QUEUE_ADDED = 'queue.added';
export const QUEUE_CANCEL = 'queue.cancel';
