-- What wrk says at the end, as one line: requests, requests a second, the middle and the slowest of a hundred in milliseconds, failures.
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("result %d %.1f %.1f %.1f %d\n", summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, e.connect + e.read + e.write + e.timeout + e.status))
end
