// The system calls that quayside-hello makes, without a C library. Numbers and registers: syscall(2).
#pragma once

#include <stddef.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
static inline long call(long number, long a, long b, long c, long d)
{
    register long fourth __asm__("r10") = d;
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth)
                     : "rcx", "r11", "memory");
    return result;
}
#define START __asm__(".globl _start\n_start:\n xor %ebp, %ebp\n and $-16, %rsp\n call run\n hlt\n")
#elif defined(__aarch64__)
static inline long call(long number, long a, long b, long c, long d)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
    return x0;
}
#define START __asm__(".globl _start\n_start:\n mov x29, #0\n mov x30, #0\n bl run\n brk #1\n")
#elif defined(__riscv)
static inline long call(long number, long a, long b, long c, long d)
{
    register long a7 __asm__("a7") = number;
    register long a0 __asm__("a0") = a;
    register long a1 __asm__("a1") = b;
    register long a2 __asm__("a2") = c;
    register long a3 __asm__("a3") = d;
    __asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3) : "memory");
    return a0;
}
#define START __asm__(".globl _start\n_start:\n andi sp, sp, -16\n call run\n ebreak\n")
#else
#error "add this processor's way to make a system call"
#endif
