-- Each request is another message: the texts of a file in turn, ids that never repeat, 500 conversations
-- at a time, each of eight messages by two people.
local bodies, number, seed = {}, 0, os.getenv("LOAD_SEED") or "0"
function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
end
function request()
  number = number + 1
  local body = bodies[number % #bodies + 1]
  local ids = string.format('{"message_id":"%s-%d","conversation_id":"%s-c%d","sender_id":"u%d",', seed, number,
    seed, math.floor(number / 4000) * 500 + number * 7919 % 500, number % 2)
  return wrk.format("POST", "/v1/messages", { ["Content-Type"] = "application/json" }, ids .. body)
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
