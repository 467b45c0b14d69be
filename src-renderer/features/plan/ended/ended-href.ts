/** Path of a plan that was closed. */
export const endedHref = (planId: string): string => `/plan/ended?plan=${encodeURIComponent(planId)}`;
