// Preloaded into the web server: notes on each request who is at the other end of its connection, which no client can say for itself.
import diagnostics from 'node:diagnostics_channel'

// lib/server/network.ts reads this header.
diagnostics.subscribe('http.server.request.start', ({ request, socket }) => {
  request.headers['x-pyarena-peer'] = socket.remoteAddress ?? ''
})
