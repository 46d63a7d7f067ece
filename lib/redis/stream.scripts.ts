import { RedisScript } from './redis.script.js';

// Stream entries hold `e`, the event as JSON, and `t`, when it came; dead letters also `r`, the reason,
// `a`, the attempts, and `d`, when it died. Each partition has a consumer group `im` with the consumer
// `owner`, whichever process that is: a lease says which. The delivery count of a pending entry is how
// often somebody has begun to handle it.
//
// A lease is `<until> <fence>`; the fence is `<epoch> <worker>` and stays after the lease has expired,
// until another worker takes the partition. Whoever comes with another fence has lost it.

// While Redis is full it refuses a script's first write if that may need memory, and no later one. This one
// changes nothing; without it, the workers that empty Redis would be refused too.
const GO_ON_WHEN_FULL = `redis.call('PERSIST', KEYS[1])`;

const REFUSE_OTHERS = `
local function isOwner(partition, fence)
  local lease = redis.call('HGET', KEYS[1], partition)
  return lease and string.match(lease, '^%d+ (.*)$') == fence
end
if not isOwner(ARGV[1], ARGV[2]) then return false end
${GO_ON_WHEN_FULL}
`;

const SET_DELIVERIES = `
local function setDeliveries(count, ids)
  local command = { 'XCLAIM', KEYS[2], 'im', 'owner', 0 }
  for _, id in ipairs(ids) do command[#command + 1] = id end
  for _, word in ipairs({ 'RETRYCOUNT', count, 'JUSTID' }) do command[#command + 1] = word end
  redis.call(unpack(command))
end
`;

const FORMAT_LEASE = `
local function leaseOf(expires, fence) return string.format('%.0f %s', expires, fence) end
`;

/**
 * Appends events, each unless its key is remembered.
 *
 * KEYS: of each event its key of memory and its partition. ARGV: channel; of each event a token of
 * this append, life of the memory in milliseconds, JSON, instant, partition. Returns for each event
 * 1, 0 when it is known, or what is wrong. The token makes a command that ioredis sent twice harmless.
 */
export const APPEND = new RedisScript(`
local results, grown = {}, {}
for i = 1, #KEYS / 2 do
  local seen, at = KEYS[2 * i - 1], 5 * i - 3
  local by = redis.call('GET', seen)
  if by then
    results[i] = by == ARGV[at] and 1 or 0
  else
    local added = redis.pcall('XADD', KEYS[2 * i], '*', 'e', ARGV[at + 2], 't', ARGV[at + 3])
    if type(added) == 'table' and added.err then
      results[i] = added.err
    else
      redis.call('SET', seen, ARGV[at], 'PX', ARGV[at + 1])
      results[i] = 1
      grown[ARGV[at + 4]] = true
    end
  end
end
local news = {}
for partition in pairs(grown) do news[#news + 1] = partition end
if #news > 0 then redis.call('PUBLISH', ARGV[1], table.concat(news, ' ')) end
return results`);

/**
 * The heartbeat of a worker: renews its leases, and takes free partitions up to its share.
 *
 * KEYS: leases, workers. ARGV: worker, lease in milliseconds, channel, 1 when it takes partitions or 0
 * when it leaves, number of partitions, number of held ones, of each the partition and its fence, then
 * the partitions that it must not take. Returns its share, the partitions it has lost, and those it has
 * taken, each followed by its fence.
 */
export const BEAT = new RedisScript(`${FORMAT_LEASE}${GO_ON_WHEN_FULL}
local worker, leaseMs, isTaking = ARGV[1], tonumber(ARGV[2]), ARGV[4] == '1'
local partitions = tonumber(ARGV[5])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if isTaking then
  local added = redis.call('ZADD', KEYS[2], string.format('%.0f', now + leaseMs), worker)
  if added == 1 then redis.call('PUBLISH', ARGV[3], 'share') end
elseif redis.call('ZREM', KEYS[2], worker) == 1 then
  redis.call('PUBLISH', ARGV[3], 'share')
end

local held, lost, taken, excluded = 0, {}, {}, {}
local last = 6 + 2 * ARGV[6]
for i = 7, last, 2 do
  local partition, fence = ARGV[i], ARGV[i + 1]
  local lease = redis.call('HGET', KEYS[1], partition)
  excluded[partition] = true
  if lease and string.match(lease, '^%d+ (.*)$') == fence then
    redis.call('HSET', KEYS[1], partition, leaseOf(now + leaseMs, fence))
    held = held + 1
  else
    lost[#lost + 1] = partition
  end
end
for i = last + 1, #ARGV do excluded[ARGV[i]] = true end
if not isTaking then return { 0, lost, taken } end

local workers = redis.call('ZRANGE', KEYS[2], 0, -1)
table.sort(workers)
local share = math.floor(partitions / #workers)
for i = 1, partitions % #workers do
  if workers[i] == worker then share = share + 1 end
end
for partition = 0, partitions - 1 do
  if held >= share then break end
  local name = tostring(partition)
  local lease = redis.call('HGET', KEYS[1], name)
  local expires, epoch, owner = string.match(lease or '0 0 ', '^(%d+) (%d+) (.*)$')
  -- One that it owns without knowing: the answer to the command that took it was lost.
  local isFree = tonumber(expires) <= now or owner == worker
  if isFree and not excluded[name] then
    local fence = string.format('%.0f %s', epoch + 1, worker)
    redis.call('HSET', KEYS[1], name, leaseOf(now + leaseMs, fence))
    taken[#taken + 1] = name
    taken[#taken + 1] = fence
    held = held + 1
  end
end
return { share, lost, taken }`);

/**
 * The next entries of a partition after those that its owner has: first those that were handed to
 * somebody before and not acknowledged, then new ones.
 *
 * KEYS: leases, partition. ARGV: partition, fence, number of entries, id of the last one that the owner
 * has, or nothing. Returns of each id, JSON, deliveries; false to one who has lost the partition.
 */
export const FETCH = new RedisScript(`${REFUSE_OTHERS}${SET_DELIVERIES}
local entries, count = {}, tonumber(ARGV[3])
local from = ARGV[4] == '' and '-' or '(' .. ARGV[4]
local pending = redis.pcall('XPENDING', KEYS[2], 'im', from, '+', count)
if pending.err then
  redis.call('XGROUP', 'CREATE', KEYS[2], 'im', '0', 'MKSTREAM')
  pending = {}
end
for _, one in ipairs(pending) do
  local entry = redis.call('XRANGE', KEYS[2], one[1], one[1])[1]
  if entry then
    entries[#entries + 1] = { entry[1], entry[2][2], one[4] + 1 }
  else
    -- It was removed by hand, and would be in the way of what is behind it.
    redis.call('XACK', KEYS[2], 'im', one[1])
  end
end
if #pending < count then
  local read = redis.call(
    'XREADGROUP', 'GROUP', 'im', 'owner', 'COUNT', count - #pending, 'STREAMS', KEYS[2], '>')
  local ids = {}
  for i, entry in ipairs(read and read[1][2] or {}) do
    ids[i] = entry[1]
    entries[#entries + 1] = { entry[1], entry[2][2], 1 }
  end
  -- It is handed out, not begun.
  if #ids > 0 then setDeliveries(0, ids) end
end
return entries`);

/**
 * Removes events that are done with.
 *
 * KEYS: leases, partition, dead letters. ARGV: partition, fence, instant, then of each event its id, and
 * its attempts and the reason if it died, or two times nothing. False to one who has lost the partition.
 */
export const SETTLE = new RedisScript(`${REFUSE_OTHERS}
for i = 4, #ARGV, 3 do
  local id = ARGV[i]
  local entry = ARGV[i + 1] ~= '' and redis.call('XRANGE', KEYS[2], id, id)[1]
  if entry then
    local fields = entry[2]
    redis.call('XADD', KEYS[3], '*', fields[1], fields[2], fields[3], fields[4],
      'r', ARGV[i + 2], 'a', ARGV[i + 1], 'd', ARGV[3])
  end
  redis.call('XACK', KEYS[2], 'im', id)
  redis.call('XDEL', KEYS[2], id)
end
return 1`);

/**
 * Gives a partition back.
 *
 * KEYS: leases, partition. ARGV: partition, fence, channel, then of each event that was left unfinished its
 * id and how often it was begun without that. False to one who has lost the partition.
 */
export const RELEASE = new RedisScript(`${REFUSE_OTHERS}${SET_DELIVERIES}${FORMAT_LEASE}
for i = 4, #ARGV, 2 do setDeliveries(ARGV[i + 1], { ARGV[i] }) end
redis.call('HSET', KEYS[1], ARGV[1], leaseOf(0, ARGV[2]))
redis.call('PUBLISH', ARGV[3], 'share')
return 1`);

/** KEYS: dead letters, partitions. Returns numbers of events and dead letters, and the oldest instant. */
export const BACKLOG = new RedisScript(`
local waiting, oldest = 0, false
for i = 2, #KEYS do
  waiting = waiting + redis.call('XLEN', KEYS[i])
  local head = redis.call('XRANGE', KEYS[i], '-', '+', 'COUNT', 1)[1]
  if head and (not oldest or tonumber(head[2][4]) < tonumber(oldest)) then oldest = head[2][4] end
end
return { waiting, redis.call('XLEN', KEYS[1]), oldest }`);

/** KEYS: dead letters, partition. ARGV: id, channel, partition. 1, or 0 when there is none. */
export const REQUEUE = new RedisScript(`
local letter = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not letter then return 0 end
local fields = letter[2]
redis.call('XADD', KEYS[2], '*', fields[1], fields[2], fields[3], fields[4])
redis.call('XDEL', KEYS[1], ARGV[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1`);
