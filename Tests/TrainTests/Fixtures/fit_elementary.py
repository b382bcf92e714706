"""Fits the coefficients in Sources/CKernels/body/elementary.h and prints them. Needs numpy and mpmath.

Both fits are weighted minimax fits by iteratively reweighted least squares (Lawson 1961) on a Chebyshev grid.
"""
import mpmath as mp
import numpy as np

mp.mp.dps = 40


def fit_exponential(degree=4):
    """p with e^r = 1 + r + r² p(r) for |r| <= ln 2 / 2, least relative error of e^r."""
    limit = float(mp.log(2) / 2) * 1.0005
    r = limit * np.cos(np.pi * (np.arange(4000) + 0.5) / 4000)
    y = np.array([float((mp.exp(v) - 1 - v) / v**2) for v in map(mp.mpf, r)])
    weight = r**2 / np.exp(r)
    powers = np.vander(r, degree + 1, increasing=True)
    importance = np.ones(len(r)) / len(r)
    for _ in range(400):
        s = np.sqrt(importance) * weight
        coefficients = np.linalg.lstsq(powers * s[:, None], y * s, rcond=None)[0]
        error = np.abs((powers @ coefficients - y) * weight)
        importance *= error / error.max() + 1e-9
        importance /= importance.sum()
    return error.max(), coefficients


def fit_tanh(numerator=4, denominator=4, limit=9.02):
    """P and Q with tanh x = x P(x²) / Q(x²) for |x| <= 9, least relative error, Q(0) = 1."""
    square = 0.5 * limit**2 * (1 - np.cos(np.pi * (np.arange(3000) + 0.5) / 3000))
    goal = np.array([float(mp.tanh(v) / v) for v in map(mp.mpf, np.sqrt(square))])
    u = square / limit**2
    p_powers = np.vander(u, numerator + 1, increasing=True)
    q_powers = np.vander(u, denominator + 1, increasing=True)[:, 1:]
    importance, q, best = np.ones(len(u)) / len(u), np.ones(len(u)), None
    for _ in range(3000):
        s = np.sqrt(importance) / (goal * np.abs(q))
        system = np.hstack([p_powers, -goal[:, None] * q_powers])
        c = np.linalg.lstsq(system * s[:, None], goal * s, rcond=None)[0]
        q = 1 + q_powers @ c[numerator + 1 :]
        error = np.abs(p_powers @ c[: numerator + 1] / q / goal - 1)
        if best is None or error.max() < best[0]:
            best = error.max(), c.copy()
        importance *= error / error.max() + 1e-6
        importance /= importance.sum()
    error, c = best
    scale = limit**2
    p = [c[i] / scale**i for i in range(numerator + 1)]
    q = [1.0] + [c[numerator + i] / scale**i for i in range(1, denominator + 1)]
    return error, p, q


print("exp: error %.1e, p:" % fit_exponential()[0], [float(c) for c in fit_exponential()[1]])
print("tanh: error %.1e, P:" % fit_tanh()[0], [float(c) for c in fit_tanh()[1]])
print("tanh: Q:", [float(c) for c in fit_tanh()[2]])
