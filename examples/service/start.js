// Starts the service with what the environment says, and stops it in good order on SIGTERM and Ctrl-C.
//
//   KLARTEKST_KEYS=$(openssl rand -hex 16) node examples/service/start.js
import { createService } from './create-service.js'

const { env } = process
const service = await createService({
  keys: (env.KLARTEKST_KEYS ?? '').split(',').filter((key) => key !== ''),
  stateFile: env.KLARTEKST_STATE ?? 'articles.index',
  ...(env.KLARTEKST_THREADS && { threads: Number(env.KLARTEKST_THREADS) }),
  ...(env.KLARTEKST_TIME_LIMIT_MS && { timeLimitMs: Number(env.KLARTEKST_TIME_LIMIT_MS) }),
})

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  // What is under way is answered first; whoever does not take the answer does not hold us up.
  setTimeout(() => process.exit(1), 10_000).unref()
  await service.close()
}
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop)

await service.listen({ port: Number(env.PORT ?? 8080), host: env.HOST ?? '127.0.0.1' })
