import { GRAPH_REQUEST_TIMEOUT_MS } from '../cloudApi/client/graphApi';

/** How long a claim may be at work: the longest that a request without repetitions takes, and a little. After that its process is dead. */
export const LONGEST_CLAIM_MS = GRAPH_REQUEST_TIMEOUT_MS + 5_000;
