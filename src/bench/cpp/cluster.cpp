// The reference of the counting run on many nodes: first come first served, each job on the first node that fits.
// cluster index|scan FILE JOBS; the index keeps for each kind of job the set of nodes on which it fits, as ours does; the
// scan looks at one node after the other. FILE holds 64-bit floats: the numbers of nodes, kinds, resources and jobs, then
// allocatable of each node, demand of each kind, and of the jobs the arrivals, the services and the kinds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>
#include <vector>

namespace {

double cpuMillis() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

const double NEVER = std::numeric_limits<double>::infinity();

struct Workload {
  size_t nodes, kinds, width, count;
  std::vector<double> allocatable, demand, arrival, service;
  std::vector<uint32_t> kind;
};

std::vector<double> readFloats(FILE *file, size_t count) {
  std::vector<double> floats(count);
  if (fread(floats.data(), 8, count, file) != count) exit(2);
  return floats;
}

Workload readWorkload(const char *path, size_t jobs) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  Workload w;
  const std::vector<double> sizes = readFloats(file, 4);
  w.nodes = sizes[0], w.kinds = sizes[1], w.width = sizes[2], w.count = sizes[3];
  w.allocatable = readFloats(file, w.nodes * w.width);
  w.demand = readFloats(file, w.kinds * w.width);
  w.arrival = readFloats(file, w.count);
  w.service = readFloats(file, w.count);
  const std::vector<double> kinds = readFloats(file, w.count);
  w.kind.assign(kinds.begin(), kinds.end());
  fclose(file);
  if (jobs < w.count) w.count = jobs;
  return w;
}

// A bit a number, and above every 64 words a word that says which of them hold any.
struct FirstOfSet {
  std::vector<std::vector<uint64_t>> levels;
  explicit FirstOfSet(size_t size) {
    for (size_t bits = size;; bits = levels.back().size()) {
      levels.emplace_back((bits + 63) / 64);
      if (levels.back().size() == 1) return;
    }
  }
  int64_t first() const {
    if (levels.back()[0] == 0) return -1;
    size_t at = 0;
    for (size_t level = levels.size(); level-- > 0;) at = 64 * at + __builtin_ctzll(levels[level][at]);
    return at;
  }
  bool has(size_t number) const { return levels[0][number / 64] >> (number % 64) & 1; }
  void add(size_t number) {
    for (auto &words : levels) {
      const uint64_t before = words[number / 64];
      words[number / 64] = before | 1ull << (number % 64);
      if (before) return;
      number /= 64;
    }
  }
  void remove(size_t number) {
    for (auto &words : levels) {
      if (words[number / 64] &= ~(1ull << (number % 64))) return;
      number /= 64;
    }
  }
};

struct Room {
  const Workload &w;
  std::vector<double> free;
  explicit Room(const Workload &workload) : w(workload), free(workload.allocatable) {}
  bool fits(size_t kind, size_t node) const {
    const double *asked = &w.demand[kind * w.width], *left = &free[node * w.width];
    for (size_t r = 0; r < w.width; r++)
      if (asked[r] > left[r]) return false;
    return true;
  }
  void book(size_t kind, size_t node, double sign) {
    for (size_t r = 0; r < w.width; r++) free[node * w.width + r] += sign * w.demand[kind * w.width + r];
  }
};

struct Scanned : Room {
  using Room::Room;
  int64_t take(size_t kind) {
    for (size_t node = 0; node < w.nodes; node++)
      if (fits(kind, node)) {
        book(kind, node, -1);
        return node;
      }
    return -1;
  }
  void give(size_t kind, size_t node) { book(kind, node, 1); }
};

struct Indexed : Room {
  std::vector<FirstOfSet> open;
  explicit Indexed(const Workload &workload) : Room(workload), open(workload.kinds, FirstOfSet(workload.nodes)) {
    for (size_t kind = 0; kind < w.kinds; kind++)
      for (size_t node = 0; node < w.nodes; node++)
        if (fits(kind, node)) open[kind].add(node);
  }
  int64_t take(size_t kind) {
    const int64_t node = open[kind].first();
    if (node < 0) return -1;
    book(kind, node, -1);
    for (size_t other = 0; other < w.kinds; other++)
      if (open[other].has(node) && !fits(other, node)) open[other].remove(node);
    return node;
  }
  void give(size_t kind, size_t node) {
    book(kind, node, 1);
    for (size_t other = 0; other < w.kinds; other++)
      if (!open[other].has(node) && fits(other, node)) open[other].add(node);
  }
};

// Ends of the running jobs by tick: a 4-ary heap.
struct Ends {
  std::vector<double> tick;
  std::vector<uint64_t> booking;
  double first() const { return tick.empty() ? NEVER : tick[0]; }
  void push(double t, uint64_t b) {
    size_t at = tick.size();
    tick.push_back(t);
    booking.push_back(b);
    while (at > 0) {
      const size_t parent = (at - 1) >> 2;
      if (tick[parent] <= t) break;
      set(at, tick[parent], booking[parent]);
      at = parent;
    }
    set(at, t, b);
  }
  void pop() {
    const double t = tick.back();
    const uint64_t b = booking.back();
    tick.pop_back();
    booking.pop_back();
    const size_t size = tick.size();
    if (size == 0) return;
    size_t at = 0;
    for (size_t first = 1; first < size; first = 4 * at + 1) {
      size_t least = first;
      const size_t end = first + 4 < size ? first + 4 : size;
      for (size_t child = first + 1; child < end; child++)
        if (tick[child] < tick[least]) least = child;
      if (t <= tick[least]) break;
      set(at, tick[least], booking[least]);
      at = least;
    }
    set(at, t, b);
  }

private:
  void set(size_t at, double t, uint64_t b) {
    tick[at] = t;
    booking[at] = b;
  }
};

template <class Place> double run(const Workload &w) {
  Place room(w);
  Ends ends;
  std::vector<double> start(w.count), end(w.count);
  size_t head = 0, arrived = 0;
  auto begins = [&](size_t job, double now) {
    const int64_t node = room.take(w.kind[job]);
    if (node < 0) return false;
    start[job] = now;
    end[job] = now + w.service[job];
    ends.push(end[job], node * w.kinds + w.kind[job]);
    return true;
  };
  // Nobody passes a waiting job and none is rejected, so those that wait are the jobs from `head` to `arrived`.
  for (;;) {
    const double nextArrival = arrived < w.count ? w.arrival[arrived] : NEVER;
    const double now = nextArrival < ends.first() ? nextArrival : ends.first();
    if (now == NEVER) break;
    while (ends.first() == now) {
      const uint64_t booking = ends.booking[0];
      ends.pop();
      room.give(booking % w.kinds, booking / w.kinds);
    }
    while (head < arrived && begins(head, now)) head++;
    for (; arrived < w.count && w.arrival[arrived] == now; arrived++)
      if (head == arrived && begins(arrived, now)) head++;
  }
  double sum = 0;
  for (const double tick : end) sum += tick;
  return sum;
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const Workload jobs = readWorkload(argv[2], strtoul(argv[3], nullptr, 10));
  const double before = cpuMillis();
  const double endSum = strcmp(argv[1], "scan") ? run<Indexed>(jobs) : run<Scanned>(jobs);
  const double millis = cpuMillis() - before;
  printf("{\"millis\":%.3f,\"check\":\"%.0f\"}\n", millis, endSum);
}
