/** The service cannot start, and its message tells the operator why and what to do. Printed without a stack, exit 1. */
export class StartError extends Error {}
