// Metrics for Prometheus: requests and how long they took by route and status, what waits, how large the archive is.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Measures all requests of a service; returns the registry. */
export function measureRequests(service, { archive, pool }) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'klartekst_request_seconds',
    help: 'Time from the request to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  new Gauge({
    name: 'klartekst_articles',
    help: 'Articles in the archive.',
    registers,
    collect() {
      this.set(archive.state.articles)
    },
  })
  new Gauge({
    name: 'klartekst_waiting',
    help: 'Pieces of work that wait for a thread.',
    registers,
    collect() {
      this.set(pool.waiting)
    },
  })
  service.addHook('onResponse', async (request, reply) => {
    // The pattern of the route: addresses come from outside, and each would be a series of its own.
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  return registry
}
