// Runs a program, its output thrown away, and writes what it took: seconds of wall time, seconds of CPU time, kilobytes
// of memory at most, status. A small program, since the peak of a process includes that of the one it was forked from.
//
// usage: clock PROGRAM [ARG]... < INPUT
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

int main(int count, char **words) {
  if (count < 2) return 2;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t process;
  double start = now();
  int error = posix_spawn(&process, words[1], &actions, NULL, words + 1, environ);
  if (error != 0) {
    fprintf(stderr, "clock: %s: %s\n", words[1], strerror(error));
    return 2;
  }
  int state;
  struct rusage usage;
  if (wait4(process, &state, 0, &usage) != process) return 2;
  double wall = now() - start;
  printf("%.9f %.6f %ld %d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
         WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state));
  return 0;
}
