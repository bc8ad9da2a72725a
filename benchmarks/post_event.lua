-- For wrk: each request saves one new event. Words: the diary, the CSRF token, the cookie.

local count = 0

function init(words)
  diary, token, cookie = words[1], words[2], words[3]
  math.randomseed(os.time() * 1000 + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000)
  -- The first 48 bits of a UUIDv7 are milliseconds.
  stamp = string.format("%012x", os.time() * 1000)
  at = os.date("!%Y-%m-%dT%H:%M:%S+00:00")
end

function request()
  count = count + 1
  local id = string.format("%s-%s-7%03x-8%03x-%04x%08x", stamp:sub(1, 8), stamp:sub(9, 12),
    math.random(0, 4095), math.random(0, 4095), math.random(0, 65535), count)
  local event = string.format('{"id":"%s","kind":"walk_logged","at":"%s","minutes":5}', id, at)
  local body = string.format('{"diary":"%s","events":[%s]}', diary, event)
  local headers = { ["Content-Type"] = "application/json", ["X-CSRFToken"] = token, ["Cookie"] = cookie }
  return wrk.format("POST", nil, headers, body)
end
