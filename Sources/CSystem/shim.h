// What the C library offers and Swift's Glibc module does not import: GNU declarations,
// globals that Swift 6 refuses to read, and variadic calls.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "base64.h"
#include "scan.h"
#include "textblock.h"
#include <fcntl.h>
#include <getopt.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline char *sealwax_optarg(void) { return optarg; }
static inline int sealwax_optind(void) { return optind; }
static inline int sealwax_optopt(void) { return optopt; }
// Zero makes glibc forget an earlier scan, which its manual page allows.
static inline void sealwax_reset_getopt(void) { optind = 0; opterr = 0; }

static inline const void *sealwax_memrchr(const void *bytes, int byte, size_t size) { return memrchr(bytes, byte, size); }
static inline const void *sealwax_memmem(const void *bytes, size_t size, const void *part, size_t part_size) {
  return memmem(bytes, size, part, part_size);
}

static inline int sealwax_open(const char *path, int flags, unsigned mode) { return open(path, flags, mode); }
// Fails, and does no harm, for what is no pipe.
static inline int sealwax_set_pipe_size(int descriptor, int size) { return fcntl(descriptor, F_SETPIPE_SZ, size); }
static inline int sealwax_is_appending(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_APPEND) != 0;
}
static inline int sealwax_flock(int descriptor, int operation) { return flock(descriptor, operation); }
static inline int sealwax_fstat(int descriptor, struct stat *status) { return fstat(descriptor, status); }
static inline int sealwax_stat(const char *path, struct stat *status) { return stat(path, status); }
enum { SEALWAX_O_TMPFILE = O_TMPFILE };

// One `NAME=value` of the environment, null behind the last.
static inline const char *sealwax_environment(int index) { return environ == 0 ? 0 : environ[index]; }

// Neither the system nor another process of the same user may see this one's memory from now on.
//
// The limit is set by the bare call: sys/resource.h is another here than in Swift's Glibc module, which refuses the two.
static inline void sealwax_forbid_dumps(void) {
  enum { core = 4 };
  unsigned long long limit[2] = {0, 0};
  (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (syscall(SYS_prlimit64, 0, core, 0, limit) == 0) {
    limit[0] = 0;
    (void)syscall(SYS_prlimit64, 0, core, limit, 0);
  }
}

// What Swift's runtime does at a crash where it finds its tool for that: to show memory, with what records and keys it
// holds. Without it the process dies of the signal as any other does.
static inline void sealwax_forbid_crash_reports(void) {
  static const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
  for (size_t place = 0; place < sizeof(signals) / sizeof(signals[0]); place++) {
    struct sigaction action;
    if (sigaction(signals[place], 0, &action) == 0 && action.sa_handler != SIG_IGN && action.sa_handler != SIG_DFL) {
      (void)signal(signals[place], SIG_DFL);
    }
  }
}

// Overwrites what functions that have returned left on the stack.
static __attribute__((noinline, unused)) void sealwax_wipe_stack(void) {
  char room[32 << 10];
  explicit_bzero(room, sizeof(room));
}

// Pages full of zeros that no core file has and, where that is allowed, no swap device; null if there are none.
static inline void *sealwax_map_secret(size_t size) {
  void *pages = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) return 0;
  (void)madvise(pages, size, MADV_DONTDUMP);
  (void)mlock(pages, size);
  return pages;
}

// How many processors this process may run on, or -1.
static inline int sealwax_processor_count(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : -1;
}
