// Threads for operations that are large enough to be divided, one operation at a time. Between two of them a thread
// looks for work for some microseconds, as training asks again at once, and then sleeps. Where other programs want the
// processors, waiting for a thread that was interrupted costs more than it helps; then the caller computes alone for a
// while.

#define _GNU_SOURCE  // clock_gettime

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "CKernels.h"

enum { most_threads = 64, looks_before_sleep = 4000, looks_before_yield = 20000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static atomic_llong limit;       // threads that may compute at once; 0 before the first look
static atomic_bool taken;        // somebody's operation is being computed
static atomic_bool open;         // its parts may be taken
static atomic_llong generation;  // counts operations
static atomic_llong sleeping, visitors, next_part, parts_done;
static long long started;  // under `taken`, as all that follows

// A wait that shows an interruption, and for how long the caller then computes alone, all in nanoseconds. The time
// doubles while two threads are interrupted again as soon as they are tried.
enum { long_wait = 300000, shortest_alone = 4000000, longest_alone = 128000000 };
static int64_t alone_until, alone_for = shortest_alone;

// The operation, written while nobody visits.
static struct {
  int64_t count, helpers;
  void (*body)(void *context, int64_t part);
  void *context;
} job;

static inline void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void take_parts(void) {
  for (;;) {
    long long part = atomic_fetch_add(&next_part, 1);
    if (part >= job.count) return;
    job.body(job.context, part);
    atomic_fetch_add(&parts_done, 1);
  }
}

/// Waits for another operation than the last one seen.
static long long next_generation(long long seen) {
  for (int look = 0; look < looks_before_sleep; look++) {
    long long now = atomic_load(&generation);
    if (now != seen) return now;
    pause_briefly();
  }
  pthread_mutex_lock(&mutex);
  atomic_fetch_add(&sleeping, 1);
  while (atomic_load(&generation) == seen) pthread_cond_wait(&wake, &mutex);
  atomic_fetch_sub(&sleeping, 1);
  pthread_mutex_unlock(&mutex);
  return atomic_load(&generation);
}

static void *help(void *index) {
  long long seen = 0;
  for (;;) {
    seen = next_generation(seen);
    // The caller changes the operation only after it has closed it and has seen no visitor.
    atomic_fetch_add(&visitors, 1);
    if (atomic_load(&open) && (intptr_t)index < job.helpers) take_parts();
    atomic_fetch_sub(&visitors, 1);
  }
  return NULL;
}

static void start_helpers(int64_t wanted) {
  for (; started < wanted; started++) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, help, (void *)(intptr_t)started) != 0) return;
    pthread_detach(thread);
  }
}

int64_t ll_threads_limit(void) {
  long long now = atomic_load(&limit);
  if (now > 0) return now;
  const char *wanted = getenv("LOSSLINE_THREADS");
  now = wanted ? atoll(wanted) : 0;
  if (now < 1) now = sysconf(_SC_NPROCESSORS_ONLN);
  ll_threads_set_limit(now);
  return atomic_load(&limit);
}

void ll_threads_set_limit(int64_t threads) {
  atomic_store(&limit, threads < 1 ? 1 : threads > most_threads ? most_threads : threads);
}

static void wait_for(atomic_llong *counter, long long value) {
  for (int look = 0; atomic_load(counter) != value; look++) {
    if (look < looks_before_yield)
      pause_briefly();
    else
      sched_yield();
  }
}

static int64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void run_alone(int64_t count, void (*body)(void *context, int64_t part), void *context) {
  for (int64_t part = 0; part < count; part++) body(context, part);
}

/// Decides whether to go on with several threads, when the caller has computed from `begin` and waited from `end` on.
static void judge(int64_t begin, int64_t end) {
  const int64_t now = nanoseconds();
  if (now - end <= long_wait + (end - begin)) return;
  alone_for = begin - alone_until < alone_for ? 2 * alone_for : shortest_alone;
  if (alone_for > longest_alone) alone_for = longest_alone;
  alone_until = now + alone_for;
}

/// One operation on several threads.
static void run_together(int64_t count, int64_t threads, void (*body)(void *context, int64_t part), void *context) {
  const int64_t begin = nanoseconds();
  start_helpers(threads - 1);
  job.count = count;
  job.helpers = threads - 1;
  job.body = body;
  job.context = context;
  atomic_store(&next_part, 0);
  atomic_store(&parts_done, 0);
  atomic_store(&open, true);
  atomic_fetch_add(&generation, 1);
  if (atomic_load(&sleeping) > 0) {
    pthread_mutex_lock(&mutex);
    pthread_cond_broadcast(&wake);
    pthread_mutex_unlock(&mutex);
  }
  take_parts();
  const int64_t end = nanoseconds();
  wait_for(&parts_done, count);
  atomic_store(&open, false);
  wait_for(&visitors, 0);
  judge(begin, end);
}

void ll_threads_run(int64_t count, int64_t threads, void (*body)(void *context, int64_t part), void *context) {
  if (threads > count) threads = count;
  if (threads > ll_threads_limit()) threads = ll_threads_limit();
  if (threads <= 1 || atomic_exchange(&taken, true)) return run_alone(count, body, context);
  const bool together = nanoseconds() >= alone_until;
  if (together) run_together(count, threads, body, context);
  atomic_store(&taken, false);
  if (!together) run_alone(count, body, context);
}
