// The reference of the counting run: one pool, first come first served, written for speed. Columns, a 4-ary heap whose
// top is replaced where a job starts as another ends, arrivals merged from outside the heap.
// pool full|lean FILE CAPACITY; FILE: arrivals, then services, as 64-bit floats. The lean one keeps no job.
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

struct Counts {
  uint64_t rechecks = 0, waitsOn = 0, queued = 0, allocations = 0, peakHeld = 0, peakWaiting = 0;
};

struct Workload {
  std::vector<double> arrival, service;
  size_t count() const { return arrival.size(); }
};

Workload readWorkload(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  const size_t count = ftell(file) / 16;
  rewind(file);
  Workload jobs{std::vector<double>(count), std::vector<double>(count)};
  if (fread(jobs.arrival.data(), 8, count, file) != count) exit(2);
  if (fread(jobs.service.data(), 8, count, file) != count) exit(2);
  fclose(file);
  return jobs;
}

// Ends of the running jobs, by tick and then by the order of starting. A removed top leaves a hole, which the next end
// falls into where one is pushed before anything else is taken.
struct Ends {
  std::vector<double> tick;
  std::vector<uint32_t> job;
  size_t places = 0, size = 0;
  bool hole = false;
  explicit Ends(size_t most) : tick(most + 8), job(most + 8) {}

  double first() const {
    if (!hole) return places > 0 ? tick[0] : NEVER;
    double least = NEVER;
    for (size_t child = 1; child < 5 && child < places; child++)
      if (tick[child] < least) least = tick[child];
    return least;
  }
  void push(double t, uint32_t j) {
    size++;
    if (hole) {
      hole = false;
      down(t, j);
      return;
    }
    size_t at = places++;
    while (at > 0) {
      const size_t parent = (at - 1) >> 2;
      if (!before(t, j, parent)) break;
      set(at, tick[parent], job[parent]);
      at = parent;
    }
    set(at, t, j);
  }
  void pop() {
    if (hole) {
      places--;
      down(tick[places], job[places]);
    }
    size--;
    hole = true;
    if (places == 1) {
      places = 0;
      hole = false;
    }
  }

private:
  bool before(double t, uint32_t j, size_t other) const {
    return t < tick[other] || (t == tick[other] && j < job[other]);
  }
  void set(size_t at, double t, uint32_t j) {
    tick[at] = t;
    job[at] = j;
  }
  void down(double t, uint32_t j) {
    size_t at = 0;
    for (;;) {
      const size_t first = 4 * at + 1;
      if (first >= places) break;
      size_t least = first;
      const size_t end = first + 4 < places ? first + 4 : places;
      for (size_t child = first + 1; child < end; child++)
        if (before(tick[child], job[child], least)) least = child;
      if (before(t, j, least)) break;
      set(at, tick[least], job[least]);
      at = least;
    }
    set(at, t, j);
  }
};

struct Outcome {
  Counts counts;
  double endSum = 0, waitSum = 0;
};

template <bool KEEPS> Outcome run(const Workload &jobs, size_t capacity) {
  Outcome out;
  Counts &c = out.counts;
  const size_t n = jobs.count();
  double *start = KEEPS ? static_cast<double *>(malloc(8 * n)) : nullptr;
  double *end = KEEPS ? static_cast<double *>(malloc(8 * n)) : nullptr;
  Ends ends(capacity);
  size_t free = capacity, head = 0, arrived = 0;
  double endSum = 0, waitSum = 0;

  auto begin = [&](size_t job, double now) {
    const double endsAt = now + jobs.service[job];
    c.allocations++;
    free--;
    if (KEEPS) {
      start[job] = now;
      end[job] = endsAt;
    } else {
      endSum += endsAt;
      waitSum += now - jobs.arrival[job];
    }
    ends.push(endsAt, job);
    if (ends.size > c.peakHeld) c.peakHeld = ends.size;
  };

  // Nobody passes a waiting job and none is rejected, so those that wait are the jobs from `head` to `arrived`.
  for (;;) {
    const double nextArrival = arrived < n ? jobs.arrival[arrived] : NEVER;
    const double now = nextArrival < ends.first() ? nextArrival : ends.first();
    if (now == NEVER) break;
    while (ends.first() == now) {
      ends.pop();
      free++;
    }
    while (head < arrived) {
      c.rechecks++;
      if (free == 0) {
        c.waitsOn++;
        break;
      }
      begin(head++, now);
    }
    while (arrived < n && jobs.arrival[arrived] == now) {
      const size_t job = arrived++;
      if (free > 0) {
        head = arrived;
        begin(job, now);
      } else {
        c.queued++;
        if (arrived - head > c.peakWaiting) c.peakWaiting = arrived - head;
      }
    }
  }
  if (KEEPS)
    for (size_t job = 0; job < n; job++) {
      endSum += end[job];
      waitSum += start[job] - jobs.arrival[job];
    }
  out.endSum = endSum;
  out.waitSum = waitSum;
  ::free(start);
  ::free(end);
  return out;
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const bool keeps = !strcmp(argv[1], "full");
  const Workload jobs = readWorkload(argv[2]);
  const size_t capacity = strtoul(argv[3], nullptr, 10);
  const double before = cpuMillis();
  const Outcome out = keeps ? run<true>(jobs, capacity) : run<false>(jobs, capacity);
  const double millis = cpuMillis() - before;
  printf("{\"millis\":%.3f,\"check\":\"%.0f\"}\n", millis, keeps ? out.endSum : out.waitSum);
}
