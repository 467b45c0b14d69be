import { QueryClient } from '@tanstack/react-query';
import { type HostMethod, topicsOf } from './bridge.ts';

/**
 * Answers stay good until a command touches one of their topics, so nothing is fetched by time or focus. `always`: the
 * library must not wait for a network that the product never uses.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 300_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Fetches again exactly the queries that read one of these topics. */
export function refetchTouched(client: QueryClient, topics: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const method = queryKey[0];
      return typeof method === 'string' && topicsOf(method as HostMethod).some((topic) => topics.includes(topic));
    },
  });
}
