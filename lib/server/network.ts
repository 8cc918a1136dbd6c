// Which network a request comes from, for the limits that hold per address.

/** The header in which the start script notes the peer of each connection (scripts/peer-address.mjs); what a client writes there is overwritten. */
export const PEER_HEADER = 'x-pyarena-peer'

interface Hops {
  /** Who is connected to this server. */
  readonly peer: string | null
  /** X-Forwarded-For, as it arrived. */
  readonly forwarded: string | null
  readonly trustedProxies: number
}

/** The address to count a request under: the one that the outermost trusted proxy saw. Networks of one IPv6 customer (/64) are one. */
export function countedAddress({ peer, forwarded, trustedProxies }: Hops): string | null {
  if (!peer) return null
  const chain = [...(forwarded ?? '').split(',').map((hop) => hop.trim()).filter((hop) => hop !== ''), peer]
  const address = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? peer
  return network(address)
}

function network(address: string): string {
  const plain = address.replace(/^\[|\](?::\d+)?$/g, '').replace(/%.*$/, '').toLowerCase()
  const mapped = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(plain)
  if (mapped?.[1]) return mapped[1]
  if (!/^[0-9a-f:]+$/.test(plain) || !plain.includes(':')) return 'unknown'
  const [head = '', tail = ''] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const after = tail.split(':').filter((group) => group !== '')
  const whole = plain.includes('::') ? [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0'), ...after] : groups
  return `${whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
