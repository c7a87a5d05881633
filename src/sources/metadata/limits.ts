/** The largest answer that is taken; bytes. The largest product's operations have about 12 MB. */
export const MAX_ANSWER = 64 * 1024 * 1024;
/** For how long nothing may come; ms. */
export const IDLE = 20_000;
/** For how long one answer may take, all tries together; ms. */
export const TOTAL = 120_000;
/** Further tries after the first one, where trying again may help. */
export const RETRIES = 2;
/** Before the first of them; the next one waits twice as long; ms. */
export const BACKOFF = 1_000;
/** The longest time that a server may have us wait; s. */
export const MAX_RETRY_AFTER = 30;
/** Requests at a time. */
export const CONCURRENCY = 3;
/** Products of one download: no log holds as many. */
export const MAX_PRODUCTS = 400;
